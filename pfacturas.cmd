@echo off
rem Starts pFacturas from its checkout; builds it on first use.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%pfacturas-cli\target\pfacturas.jar"
set "JAVA_EXE=java"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java"

if not exist "%JAR%" (
  echo pfacturas: primera vez, compilo ^(mvn package, unos minutos^) ... / first use, building ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    exit /b 1
  )
  popd
)

rem Classes that every command loads, mapped instead of parsed; made once for each jar, known by its size.
for %%F in ("%JAR%") do set "ARCHIVE=%HOME_DIR%pfacturas-cli\target\pfacturas-%%~zF.jsa"
if not exist "%ARCHIVE%" "%JAVA_EXE%" -XX:+UseSerialGC -XX:ArchiveClassesAtExit="%ARCHIVE%" -Xlog:cds=off -Xlog:cds+dynamic=off -cp "%JAR%" uy.pfacturas.cli.Training >nul 2>&1

rem run and nube live long: what they hold is kept small. The cloud signs all day: it has the second compiler.
set "SMALL=-Xmx64m -Xms8m -Xss512k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
set "MODE=-XX:TieredStopAtLevel=1"
if "%~1"=="run" set "MODE=-XX:TieredStopAtLevel=1 %SMALL%"
if "%~1"=="correr" set "MODE=-XX:TieredStopAtLevel=1 %SMALL%"
if "%~1"=="nube" set "MODE=%SMALL%"
if "%~1"=="cloud" set "MODE=%SMALL%"

"%JAVA_EXE%" -XX:+UseSerialGC %MODE% -Xshare:auto -Xlog:cds=off -XX:SharedArchiveFile="%ARCHIVE%" %PFACTURAS_JAVA_OPTS% -cp "%JAR%;%HOME_DIR%proveedores\*" uy.pfacturas.cli.Pfacturas %*
exit /b %ERRORLEVEL%
